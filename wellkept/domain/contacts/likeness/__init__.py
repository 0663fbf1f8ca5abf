"""Are these two the same person? Arithmetic only: values in, a weight with its reasons out.

The model is Fellegi and Sunter's (A Theory for Record Linkage, JASA 64, 1969): each compared field falls into a level of agreement,
and each level adds log2(m/u), where m and u are the shares of true and of chance pairs that fall into it.
"""
